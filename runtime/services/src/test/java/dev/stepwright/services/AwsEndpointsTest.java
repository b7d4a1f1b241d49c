package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsEndpointsTest {
    @Test
    void an_endpoint_of_a_service_goes_before_that_of_all() {
        AwsEndpoints endpoints = AwsEndpoints.parse(
                List.of("http://127.0.0.1:4566", "sqs=http://127.0.0.1:9324", "events=https://events.example"));

        assertThat(endpoints.of("sqs")).contains(URI.create("http://127.0.0.1:9324"));
        assertThat(endpoints.of("eventbridge")).contains(URI.create("https://events.example"));
        assertThat(endpoints.of("sns")).contains(URI.create("http://127.0.0.1:4566"));
        assertThat(endpoints.without("sqs").of("sqs")).contains(URI.create("http://127.0.0.1:4566"));
    }

    @Test
    void an_endpoint_of_a_service_is_that_of_all_its_clients() {
        AwsEndpoints endpoints = AwsEndpoints.parse(List.of("bedrock=http://127.0.0.1:1"));

        assertThat(endpoints.of("bedrock")).isEqualTo(endpoints.of("bedrockruntime"));
        assertThat(endpoints.of("bedrock")).contains(URI.create("http://127.0.0.1:1"));
    }

    @Test
    void without_one_of_all_the_others_are_not_called() {
        AwsEndpoints endpoints = AwsEndpoints.parse(List.of("sqs=http://127.0.0.1:9324"));

        assertThat(endpoints.of("sns")).isEmpty();
        assertThat(endpoints.isNone()).isFalse();
        assertThat(endpoints.without("sqs").isNone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs", "ftp://here", "sqs=127.0.0.1:9324", "http:", "http://a b", ""})
    void what_is_no_url_is_refused(String text) {
        assertThatThrownBy(() -> AwsEndpoints.parse(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "an endpoint must be an http or https URL, such as http://127.0.0.1:4566, or SERVICE=URL, found \""
                                + text + "\"");
    }

    @Test
    void two_of_the_same_are_refused() {
        assertThatThrownBy(() -> AwsEndpoints.parse(List.of("events=http://a", "eventbridge=http://b")))
                .hasMessage("\"eventbridge=http://b\" is a second endpoint for the same service; remove one");
        assertThatThrownBy(() -> AwsEndpoints.parse(List.of("http://a", "http://b")))
                .hasMessage("\"http://b\" is a second endpoint for the same service; remove one");
    }
}
