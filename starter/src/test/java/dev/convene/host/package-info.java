/** Convene within an application that was there before. */
package dev.convene.host;
