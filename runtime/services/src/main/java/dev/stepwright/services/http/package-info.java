/**
 * Task states that call APIs over HTTP, by the HTTP client of the JDK: HTTP Tasks, with the credentials of connections that stand for those
 * of EventBridge, APIs of API Gateway, and clusters of EKS.
 */
@NullMarked
package dev.stepwright.services.http;

import org.jspecify.annotations.NullMarked;
