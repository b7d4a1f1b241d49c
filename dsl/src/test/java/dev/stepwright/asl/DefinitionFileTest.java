package dev.stepwright.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionFileTest {
    @ParameterizedTest(name = "the machine of {0} is called {1}")
    @CsvSource({
        "order.asl.json, order",
        "flows/order.json, order",
        "flows\\order.asl, order",
        "order.asl.yaml, order",
        "order.asl.yml, order",
        "order.yaml, order",
        "order.v2.asl.json, order.v2",
        "order, order",
        ".json, .json",
        ".asl.json, .asl",
        "order.jsonx, order.jsonx",
    })
    void the_machine_has_the_name_of_its_file(String path, String name) {
        assertThat(DefinitionFile.machineName(path)).isEqualTo(name);
    }

    @Test
    void what_belongs_to_a_definition_stands_beside_it() {
        assertThat(DefinitionFile.beside(Path.of("flows", "order.asl.yaml"), ".input.schema.json"))
                .isEqualTo(Path.of("flows", "order.input.schema.json"));
    }
}
