package dev.stepwright.services.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {
    private static Map<String, Connection> read(String json) {
        return ConnectionFile.connections(
                JsonDocument.parse(json).root(), name -> name.equals("KEY") ? "from $the environment" : null);
    }

    @Test
    void a_connection_is_found_by_arn_or_by_the_name_in_it() {
        Connection stripe = Connection.of(Authorization.none());
        Connection other = Connection.of(Authorization.basic("u", "p"));
        String arn = "arn:aws:events:us-east-1:123456789012:connection/Stripe/81210c42";
        Connections connections = Connections.of(Map.of("Stripe", stripe, arn + "0", other, "${Arn}", other));

        assertThat(connections.find(arn)).contains(stripe);
        assertThat(connections.find("Stripe")).contains(stripe);
        assertThat(connections.find(arn + "0")).contains(other);
        assertThat(connections.find("${Arn}")).contains(other);
        assertThat(connections.find("arn:aws:events:us-east-1:123456789012:connection/Strip/1"))
                .isEmpty();
    }

    @Test
    void a_file_has_what_event_bridge_has() {
        assertThat(read("""
                {"Basic": {"AuthorizationType": "BASIC", "AuthParameters": {
                   "BasicAuthParameters": {"Username": "u", "Password": "-${env:KEY}-"},
                   "InvocationHttpParameters": {
                     "HeaderParameters": [{"Key": "h", "Value": "1", "IsValueSecret": true}],
                     "QueryStringParameters": [{"Key": "q", "Value": "2"}],
                     "BodyParameters": [{"Key": "b", "Value": "3"}]}}},
                 "Key": {"AuthorizationType": "API_KEY", "Description": "any", "AuthParameters": {
                   "ApiKeyAuthParameters": {"ApiKeyName": "k", "ApiKeyValue": "v"}},
                   "Endpoints": {"https://api.example.com": "http://127.0.0.1:1"}},
                 "OAuth": {"AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {"OAuthParameters": {
                   "AuthorizationEndpoint": "https://example.com/t", "HttpMethod": "PUT",
                   "ClientParameters": {"ClientID": "i", "ClientSecret": "s"},
                   "OAuthHttpParameters": {"BodyParameters": [{"Key": "scope", "Value": "all"}]}}}},
                 "Open": {}}"""))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Basic",
                        Connection.of(Authorization.basic("u", "-from $the environment-"))
                                .adding(new Additions(Map.of("h", "1"), Map.of("q", "2"), Map.of("b", "3"))),
                        "Key",
                        Connection.of(Authorization.apiKey("k", "v"))
                                .at("https://api.example.com", URI.create("http://127.0.0.1:1")),
                        "OAuth",
                        Connection.of(new Authorization.OAuth(
                                URI.create("https://example.com/t"),
                                "PUT",
                                new Authorization.Basic("i", "s"),
                                new Additions(Map.of(), Map.of(), Map.of("scope", "all")))),
                        "Open",
                        Connection.of(Authorization.none())));
    }

    @Test
    void the_file_that_the_guide_shows_can_be_read() throws IOException {
        JsonDocument file = JsonDocument.read(Path.of("src/test/resources/connections.json"));

        assertThat(ConnectionFile.connections(file.root(), name -> name.equals("SHOP_KEY") ? "key" : null))
                .containsOnlyKeys("Shop", "Ledger", "Open");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | the file must be an object",
                "{\"A\": 1} | /A must be an object",
                "{\"A\": {\"Type\": \"secret\"}} | /A/Type is unknown; the names are [AuthorizationType,",
                "{\"A\": {\"AuthorizationType\": \"secret\"}} | /A/AuthorizationType must be BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS, or left out",
                "{\"A\": {\"AuthParameters\": {\"ApiKeyAuthParameters\": {\"ApiKeyName\": \"k\", \"ApiKeyValue\": \"secret\"}}}} | /A/AuthorizationType must be BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS, because there are ApiKeyAuthParameters",
                "{\"A\": {\"AuthorizationType\": \"BASIC\"}} | /A/AuthParameters/BasicAuthParameters/Username is missing",
                "{\"A\": {\"Endpoints\": {\"x\": \"secret\"}}} | /A/Endpoints/x must be an http or https URL",
                "{\"A\": {\"Endpoints\": {\"x\": \"//secret/a\"}}} | /A/Endpoints/x must be an http or https URL",
                "{\"A\": {\"AuthParameters\": {\"InvocationHttpParameters\": {\"HeaderParameters\": [{\"Key\": \"k\", \"Value\": 7}]}}}} | /A/AuthParameters/InvocationHttpParameters/HeaderParameters/0/Value must be a string",
                "{\"A\": {\"Endpoints\": {\"x\": \"${env:NONE}\"}}} | /A/Endpoints/x needs the environment variable \"NONE\", which is not set"
            })
    void what_is_wrong_with_a_file_is_told_with_its_place_and_without_secrets(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest(name = "{1} below {0} is at {2}")
    @CsvSource({
        "https://api.example.com, https://api.example.com, http://127.0.0.1:1",
        "https://api.example.com, https://api.example.com/v1?a=b, http://127.0.0.1:1/v1?a=b",
        "https://api.example.com, https://api.example.com.evil.org/v1,",
        "https://api.example.com/, https://api.example.com/v1, http://127.0.0.1:1/v1",
        "https://api.example.com/, https://elsewhere.example.com/v1,",
        "https://api.example.com/v1/, https://api.example.com/v1/a, http://127.0.0.1:1/a"
    })
    void only_what_is_below_an_endpoint_is_at_its_address(String endpoint, String called, @Nullable String address) {
        Connection connection = Connection.of(Authorization.none()).at(endpoint, URI.create("http://127.0.0.1:1/"));

        assertThat(connection.address(called)).isEqualTo(Optional.ofNullable(address));
    }

    @Test
    void a_text_that_is_no_json_is_refused_without_what_stands_there(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("connections.json"), "{\"A\": {\"Value\": sk_live_secret}}");
        Path yaml = Files.writeString(folder.resolve("connections.yaml"), "A: {Value: @sk_live_secret\n");

        for (Path each : List.of(file, yaml)) {
            assertThatThrownBy(() -> Connections.read(each))
                    .hasMessageStartingWith(each + ":1:")
                    .hasMessageNotContaining("sk_live_secret");
        }
    }

    @Test
    void a_file_may_be_yaml(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("connections.yaml"), "Api: {}\n");
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{");

        assertThat(Connections.read(file).find("Api")).contains(Connection.of(Authorization.none()));
        assertThatThrownBy(() -> Connections.read(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(wrong + ":1:");
    }
}
