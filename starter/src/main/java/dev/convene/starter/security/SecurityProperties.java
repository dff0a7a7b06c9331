package dev.convene.starter.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far the rules reach.
 *
 * @param wholeApplication whether Convene's rules cover every path, and not only its own
 */
@ConfigurationProperties("convene.security")
record SecurityProperties(@DefaultValue("false") boolean wholeApplication) {}
