package dev.stepwright.services.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void the_text_of_a_message_tells_neither_user_nor_query() {
        URI url = URI.create("https://user:secret@api.example.com:8443/v1?key=secret");

        assertThat(new Message("GET", url, Map.of(), null)).hasToString("GET https://api.example.com:8443/v1");
    }
}
