package dev.stepwright.jsonata.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.picture.DateFormat;
import dev.stepwright.jsonata.picture.DateParse;
import dev.stepwright.jsonata.picture.DecimalFormatting;
import dev.stepwright.jsonata.picture.IntegerFormat;
import dev.stepwright.jsonata.picture.IntegerParse;
import dev.stepwright.jsonata.picture.NumberSymbols;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Undefined;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Numbers and dates by pictures, and the time of the evaluation. */
final class PictureFunctions {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(?:-([01]\\d))?(?:-([0-3]\\d))?(?:T([0-2]\\d):([0-5]\\d):([0-5]\\d))?(\\.\\d+)?([+-][0-2]\\d:?[0-5]\\d|Z)?");

    private PictureFunctions() {}

    static void addTo(Registry registry) {
        registry.onDefined("formatNumber", "<n-so?:s>", (a, c, e) -> formatNumber(a, e));
        registry.onDefined("formatInteger", "<n-s:s>", (a, c, e) -> formatInteger(a[0], a[1], e));
        registry.onDefined(
                "parseInteger",
                "<s-s:n>",
                (a, c, e) -> Numbers.of(IntegerParse.parse(a[0].stringValue(), a[1].asString(""))));
        registry.add("now", "<s?s?:s>", (a, c, e) -> format(e.now().toEpochMilli(), a[0], a[1], e));
        registry.add("millis", "<:n>", (a, c, e) -> Numbers.of(e.now().toEpochMilli()));
        registry.onDefined("fromMillis", "<n-s?s?:s>", (a, c, e) -> format(Numbers.toDouble(a[0]), a[1], a[2], e));
        registry.onDefined("toMillis", "<s-s?:n>", (a, c, e) -> toMillis(a[0].stringValue(), a[1], e));
    }

    private static JsonNode formatNumber(JsonNode[] arguments, Evaluation evaluation) {
        Map<String, String> symbols = new HashMap<>();
        arguments[2].properties().forEach(member -> {
            if (member.getValue().isString()) {
                symbols.put(member.getKey(), member.getValue().stringValue());
            }
        });
        String picture = arguments[1].asString("");
        return StringFunctions.text(
                DecimalFormatting.format(Numbers.toDouble(arguments[0]), picture, new NumberSymbols(symbols)),
                evaluation);
    }

    private static JsonNode formatInteger(JsonNode number, JsonNode picture, Evaluation evaluation) {
        JsonNode value = Numbers.canonical(number);
        String text = Numbers.isWhole(value)
                ? IntegerFormat.format(value.longValue(), picture.asString(""))
                : IntegerFormat.format(Numbers.toDouble(value), picture.asString(""));
        return StringFunctions.text(text, evaluation);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }

    private static JsonNode format(double millis, JsonNode picture, JsonNode timezone, Evaluation evaluation) {
        return StringFunctions.text(DateFormat.format(millis, text(picture), text(timezone)), evaluation);
    }

    private static JsonNode toMillis(String timestamp, JsonNode picture, Evaluation evaluation) {
        if (picture.isString()) {
            OptionalDouble millis = DateParse.parse(timestamp, picture.stringValue(), evaluation.now());
            return millis.isPresent() ? Numbers.of(millis.getAsDouble()) : Undefined.VALUE;
        }
        Matcher matcher = ISO.matcher(timestamp);
        if (!matcher.matches()) {
            throw JsonataException.of("D3110", StringNode.valueOf(timestamp));
        }
        int[] fields = new int[6];
        for (int i = 0; i < 6; i++) {
            String field = matcher.group(i + 1);
            fields[i] = field == null ? (i < 3 ? 1 : 0) : Integer.parseInt(field);
        }
        boolean valid = fields[1] >= 1 && fields[1] <= 12 && fields[2] >= 1 && fields[2] <= 31 && fields[3] <= 24;
        if (!valid) {
            return Numbers.of(Double.NaN);
        }
        long day = LocalDate.of(fields[0], fields[1], 1).toEpochDay() + fields[2] - 1;
        double seconds = day * 86_400.0 + fields[3] * 3600 + fields[4] * 60 + fields[5] - zone(matcher.group(8));
        String fraction = matcher.group(7);
        double millis = fraction == null ? 0 : Math.floor(Double.parseDouble("0" + fraction) * 1000 + 1e-9);
        return Numbers.of(seconds * 1000 + millis);
    }

    /** Seconds ahead of UTC. */
    private static int zone(@Nullable String zone) {
        if (zone == null || zone.equals("Z")) {
            return 0;
        }
        String digits = zone.replace(":", "");
        int seconds = Integer.parseInt(digits.substring(1, 3)) * 3600 + Integer.parseInt(digits.substring(3)) * 60;
        return digits.startsWith("-") ? -seconds : seconds;
    }
}
