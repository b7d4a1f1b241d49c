package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.json.Json;
import dev.stepwright.json.JsonValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The case files on another implementation, dashjoin: where both have a value, it is the same but for known differences. */
class SecondOpinionTest {
    /** Of some 370 values; the rest is what dashjoin does not have or does otherwise than the reference implementation. */
    private static final int LEAST_EQUAL = 320;

    @Test
    void two_implementations_agree_on_nearly_all_values() throws IOException {
        Object input = Json.parseJson(Cases.input().toString());
        List<String> different = new ArrayList<>();
        int equal = 0;

        for (JsonNode testCase : Cases.all()) {
            if (!testCase.has("result")) {
                continue;
            }
            String expression = testCase.get("expr").stringValue();
            try {
                Object value = com.dashjoin.jsonata.Jsonata.jsonata(expression).evaluate(input);
                JsonNode other = Cases.JSON.valueToTree(value);
                if (JsonValues.equal(other, testCase.get("result"))) {
                    equal++;
                } else {
                    different.add(expression + "\n  ours   " + testCase.get("result") + "\n  theirs " + other);
                }
            } catch (RuntimeException theirs) {
                different.add(expression + "\n  theirs " + theirs);
            }
        }

        assertThat(equal).as(String.join("\n", different)).isGreaterThanOrEqualTo(LEAST_EQUAL);
    }
}
