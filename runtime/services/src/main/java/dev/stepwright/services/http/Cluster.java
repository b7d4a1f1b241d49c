package dev.stepwright.services.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes cluster as the parameters of a task name it.
 *
 * @param endpoint of its API: https, or http on this machine; without a slash at its end
 * @param certificateAuthority the certificates of who may answer there, as PEM in Base64
 */
record Cluster(String name, String endpoint, String certificateAuthority) {
    private static final Pattern AT_AWS = Pattern.compile(".*\\.([a-z0-9-]+)\\.eks\\.amazonaws\\.com(\\.cn)?");

    /** Tells the fields what is wrong with these parameters. */
    static Cluster of(Fields fields) {
        String name = fields.text("ClusterName");
        String endpoint = fields.text("Endpoint").replaceFirst("/+$", "");
        if (!endpoint.isEmpty() && !isEndpoint(endpoint)) {
            fields.invalid("Endpoint");
        }
        String authority = fields.text("CertificateAuthority");
        try {
            byte[] unused = Base64.getMimeDecoder().decode(authority);
        } catch (IllegalArgumentException e) {
            fields.invalid("CertificateAuthority");
        }
        return new Cluster(name, endpoint, authority);
    }

    private static boolean isEndpoint(String text) {
        try {
            URI endpoint = new URI(text);
            return endpoint.getHost() != null
                    && endpoint.getRawUserInfo() == null
                    && endpoint.getRawQuery() == null
                    && endpoint.getRawFragment() == null
                    && ("https".equals(endpoint.getScheme())
                            || "http".equals(endpoint.getScheme()) && HttpTaskRunner.isHere(endpoint.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    boolean isEncrypted() {
        return endpoint.startsWith("https:");
    }

    /** Returns the URL of a path, which begins with a slash. */
    URI url(String path) {
        return URI.create(endpoint + path);
    }

    /** Returns the region that the endpoint tells; otherwise another. */
    String region(String other) {
        Matcher atAws = AT_AWS.matcher(URI.create(endpoint).getHost());
        return atAws.matches() ? atAws.group(1) : other;
    }
}
