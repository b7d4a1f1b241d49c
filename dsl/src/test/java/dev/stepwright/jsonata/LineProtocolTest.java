package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineProtocolTest {
    private final LineProtocol protocol = new LineProtocol(FunctionLibrary.standard());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'expr': 'a.b', 'input': {'a': {'b': 1}}} | {'result':1}",
                "{'expr': 'a'} | {'undefined':true}",
                "{'expr': 'a', 'input': {'a': null}} | {'result':null}",
                "{'expr': '$x + 1', 'bindings': {'x': 2}} | {'result':3}",
                "{'expr': '1 +'} | {'error':{'code':'S0207','position':3,'message':'Unexpected end of expression','token':'(end)'}}",
                "{'expr': '$f(1)', 'depth': 1} | {'error':{'code':'U1001','message':'Stack overflow error: Check for"
                        + " non-terminating recursive function. Consider rewriting as tail-recursive'}}",
                "{'expr': '1', 'timelimit': -5} | {'error':{'code':'S0500','message':'every bound must be positive, but they"
                        + " were 1000000000 steps, 10000000 elements, 16777216 characters, 536870912 bytes, PT-0.005S'}}",
            })
    void answers_a_line_with_a_line(String request, String answer) {
        assertThat(protocol.answer(request.replace('\'', '"'))).isEqualTo(answer.replace('\'', '"'));
    }

    @Test
    void what_is_not_json_is_answered_too() {
        assertThat(protocol.answer("{nonsense"))
                .startsWith("{\"error\":{\"code\":\"S0500\",\"message\":\"Not a JSON object");
    }

    @Test
    void serves_every_line_until_the_end() throws IOException {
        StringWriter out = new StringWriter();

        protocol.serve(new BufferedReader(new StringReader("{\"expr\":\"1\"}\n\n{\"expr\":\"2\"}\n")), out);

        assertThat(out).hasToString("{\"result\":1}\n{\"result\":2}\n");
    }
}
