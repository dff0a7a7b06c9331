package dev.convene.starter.web;

import dev.convene.core.provider.ProviderName;

/**
 * How webhooks are taken.
 *
 * @param preferred whose they are on the predecessor's path
 * @param maxBytes larger ones are refused unread
 */
record WebhookSettings(ProviderName preferred, int maxBytes) {}
