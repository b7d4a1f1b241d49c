package dev.stepwright.json;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import tools.jackson.databind.JsonNode;

/** Prints JSON as YAML 1.2, in blocks. Numbers read by {@link JsonDocument} keep the text they were written with. */
public final class YamlText {
    private static final int INDENT = 2;

    /** As long as YAML allows; the name of a longer one stands behind a question mark. */
    private static final int LONGEST_KEY = 1024;

    /** What YAML 1.1 has as line breaks, and the byte order mark. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u0085\\u2028\\u2029\\uFEFF]");

    private final Emitter emitter;

    private YamlText(Emitter emitter) {
        this.emitter = emitter;
    }

    /**
     * Returns the value over several lines, two blanks a level, lines ended by {@code \n}, also the last. Texts have quotes only where some reader, of YAML
     * 1.1 or 1.2, would not take them for what they are; those of several lines are literal blocks.
     */
    public static String of(JsonNode value) {
        Written written = new Written(new StringBuilder());
        DumpSettings settings = DumpSettings.builder()
                .setIndicatorIndent(INDENT)
                .setIndentWithIndicator(true)
                .setSplitLines(false)
                .setMaxSimpleKeyLength(LONGEST_KEY)
                .build();
        new YamlText(new Emitter(settings, written)).document(value);
        return written.text.toString();
    }

    private record Written(StringBuilder text) implements StreamDataWriter {
        @Override
        public void write(String more) {
            text.append(more);
        }

        @Override
        public void write(String more, int start, int length) {
            text.append(more, start, start + length);
        }
    }

    private void document(JsonNode value) {
        emitter.emit(new StreamStartEvent());
        emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        value(value);
        emitter.emit(new DocumentEndEvent(false));
        emitter.emit(new StreamEndEvent());
    }

    private void value(JsonNode value) {
        if (value.isObject()) {
            emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            value.properties().forEach(member -> {
                text(member.getKey(), ScalarStyle.DOUBLE_QUOTED);
                value(member.getValue());
            });
            emitter.emit(new MappingEndEvent());
        } else if (value.isArray()) {
            emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            value.forEach(this::value);
            emitter.emit(new SequenceEndEvent());
        } else if (value.isString()) {
            text(value.stringValue(), ScalarStyle.LITERAL);
        } else {
            scalar(JsonText.compact(value), ScalarStyle.PLAIN, true);
        }
    }

    /** @param ofLines how one of several lines is written, if it can be */
    private void text(String text, ScalarStyle ofLines) {
        ScalarStyle style = text.indexOf('\n') < 0 ? ScalarStyle.PLAIN : ofLines;
        boolean isEscaped = UNSEEN.matcher(text).find();
        scalar(text, isEscaped ? ScalarStyle.DOUBLE_QUOTED : style, YamlScalars.isText(text));
    }

    private void scalar(String text, ScalarStyle style, boolean isPlain) {
        emitter.emit(
                new ScalarEvent(Optional.empty(), Optional.empty(), new ImplicitTuple(isPlain, true), text, style));
    }
}
