package dev.stepwright.services;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where services are called.
 *
 * @param all where those are that have no endpoint of their own; null if they are not called
 * @param byService endpoints by the name of the service in SDK integrations, for example {@code dynamodb}
 */
public record AwsEndpoints(@Nullable URI all, Map<String, URI> byService) {
    private static final Pattern OF_SERVICE = Pattern.compile("([A-Za-z0-9-]+)=(.*)");

    public AwsEndpoints {
        byService = Map.copyOf(byService);
    }

    /** Returns that no service is called. */
    public static AwsEndpoints none() {
        return new AwsEndpoints(null, Map.of());
    }

    /**
     * Reads endpoints.
     *
     * @param texts each {@code URL} or {@code SERVICE=URL}; the service as in a resource, for example {@code events}
     * @throws IllegalArgumentException if one is neither, or there are two of the same
     */
    public static AwsEndpoints parse(List<String> texts) {
        Map<String, URI> byService = new LinkedHashMap<>();
        @Nullable URI all = null;
        for (String text : texts) {
            Matcher ofService = OF_SERVICE.matcher(text);
            boolean isOfService = ofService.matches();
            URI url = url(text, isOfService ? ofService.group(2) : text);
            boolean isSecond = isOfService ? !put(ofService.group(1), url, byService) : all != null;
            if (isSecond) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is a second endpoint for the same service; remove one");
            }
            all = isOfService ? all : url;
        }
        return new AwsEndpoints(all, byService);
    }

    /** Returns false if a client of the service has one already. */
    private static boolean put(String service, URI url, Map<String, URI> byService) {
        return Integration.clientNames(service).stream().allMatch(client -> byService.put(client, url) == null);
    }

    private static URI url(String text, String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, like all other texts that are no URL
        }
        throw new IllegalArgumentException(
                "an endpoint must be an http or https URL, such as http://127.0.0.1:4566, or SERVICE=URL, found \""
                        + text + "\"");
    }

    /** Returns where a service is called; empty if it is not. */
    public Optional<URI> of(String service) {
        return Optional.ofNullable(byService.getOrDefault(service, all));
    }

    /** Returns whether an endpoint is one of AWS itself. */
    public static boolean isOfAws(URI endpoint) {
        return endpoint.getHost().matches(".*\\.amazonaws\\.com(\\.cn)?");
    }

    /** Returns whether no service is called. */
    public boolean isNone() {
        return all == null && byService.isEmpty();
    }

    /** Returns the same endpoints without that which a service has of its own. */
    public AwsEndpoints without(String service) {
        Map<String, URI> others = new LinkedHashMap<>(byService);
        others.remove(service);
        return new AwsEndpoints(all, others);
    }
}
