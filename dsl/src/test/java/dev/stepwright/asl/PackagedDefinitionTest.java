package dev.stepwright.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PackagedDefinitionTest {
    private static final String RESOURCE = "/asl/order.asl.json";
    private static final String ASL =
            "{\"Comment\": \"Größe\", \"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}";

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_text_that_the_classes_were_made_from_is_read() {
        String hash = PackagedDefinition.sha256(ASL);

        assertThat(PackagedDefinition.read(stream(ASL), RESOURCE, hash).comment())
                .contains("Größe");
    }

    @Test
    void another_text_is_refused() {
        String hash = PackagedDefinition.sha256(ASL + " ");

        assertThatIllegalStateException()
                .isThrownBy(() -> PackagedDefinition.read(stream(ASL), RESOURCE, hash))
                .withMessageStartingWith("/asl/order.asl.json is not the text that the classes were made from;");
    }

    @Test
    void a_text_that_is_not_there_is_told() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PackagedDefinition.read(null, RESOURCE, ""))
                .withMessage("/asl/order.asl.json is not on the class path; build the project again");
    }
}
