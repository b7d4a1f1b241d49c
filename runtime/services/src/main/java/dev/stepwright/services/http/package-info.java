/**
 * HTTP Tasks: states that call any API over HTTPS, with the credentials of connections that stand for those of EventBridge, by the HTTP
 * client of the JDK.
 */
@NullMarked
package dev.stepwright.services.http;

import org.jspecify.annotations.NullMarked;
