package dev.stepwright.services.connection;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Connections as files have them. No message tells a value, since that may be a secret. */
final class ConnectionFile {
    private static final String TYPES = "must be BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS";

    private static final List<String> CREDENTIALS =
            List.of("BasicAuthParameters", "ApiKeyAuthParameters", "OAuthParameters");

    private ConnectionFile() {}

    /** The environment of a process: its value of a name, or null. */
    interface Environment {
        @Nullable
        String value(String name);
    }

    /** @throws IllegalArgumentException as {@link Connections#read}, without the file */
    static Map<String, Connection> connections(JsonNode root, Environment environment) {
        FileObject file = FileObject.of("", root, environment);
        Map<String, Connection> connections = new LinkedHashMap<>();
        file.names().forEach(name -> connections.put(name, connection(file.object(name))));
        return connections;
    }

    private static Connection connection(FileObject file) {
        // Description and Name are CreateConnection's; so that its own JSON may be taken as it is
        file.allow("AuthorizationType", "AuthParameters", "Endpoints", "Description", "Name");
        FileObject parameters = file.object("AuthParameters");
        parameters.allow("BasicAuthParameters", "ApiKeyAuthParameters", "OAuthParameters", "InvocationHttpParameters");
        Map<String, URI> endpoints = new LinkedHashMap<>();
        FileObject given = file.object("Endpoints");
        given.names().forEach(endpoint -> endpoints.put(endpoint, given.url(endpoint)));
        return new Connection(
                authorization(file, parameters), additions(parameters.object("InvocationHttpParameters")), endpoints);
    }

    private static Authorization authorization(FileObject file, FileObject parameters) {
        if (!file.has("AuthorizationType")) {
            // whoever gives credentials wants them used
            CREDENTIALS.stream().filter(parameters::has).findFirst().ifPresent(credentials -> {
                throw file.wrong("AuthorizationType", TYPES + ", because there are " + credentials);
            });
            return Authorization.none();
        }
        return switch (file.text("AuthorizationType")) {
            case "BASIC" -> basic(parameters.object("BasicAuthParameters"), "Username", "Password");
            case "API_KEY" -> {
                FileObject key = parameters.object("ApiKeyAuthParameters");
                key.allow("ApiKeyName", "ApiKeyValue");
                yield Authorization.apiKey(key.text("ApiKeyName"), key.text("ApiKeyValue"));
            }
            case "OAUTH_CLIENT_CREDENTIALS" -> oauth(parameters.object("OAuthParameters"));
            default -> throw file.wrong("AuthorizationType", TYPES + ", or left out");
        };
    }

    private static Authorization.Basic basic(FileObject of, String name, String password) {
        of.allow(name, password);
        return new Authorization.Basic(of.text(name), of.text(password));
    }

    private static Authorization oauth(FileObject oauth) {
        oauth.allow("AuthorizationEndpoint", "ClientParameters", "HttpMethod", "OAuthHttpParameters");
        String method = oauth.has("HttpMethod") ? oauth.text("HttpMethod") : "POST";
        if (!method.matches("GET|POST|PUT")) {
            throw oauth.wrong("HttpMethod", "must be GET, POST or PUT");
        }
        return new Authorization.OAuth(
                oauth.url("AuthorizationEndpoint"),
                method,
                basic(oauth.object("ClientParameters"), "ClientID", "ClientSecret"),
                additions(oauth.object("OAuthHttpParameters")));
    }

    private static Additions additions(FileObject of) {
        of.allow("HeaderParameters", "QueryStringParameters", "BodyParameters");
        return new Additions(
                of.parameters("HeaderParameters"),
                of.parameters("QueryStringParameters"),
                of.parameters("BodyParameters"));
    }
}
