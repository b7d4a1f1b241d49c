package dev.stepwright.json;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads {@code int} and {@code long} from every number that is one, 5.0 and 5e0 included, and from no other: not from 1.5, nor from one too large. */
final class WholeNumbers extends SimpleModule {
    private static final long serialVersionUID = 1L;

    WholeNumbers() {
        addDeserializer(Integer.class, new Exact<>(Integer.class, BigDecimal::intValueExact));
        addDeserializer(Integer.TYPE, new Exact<>(Integer.TYPE, BigDecimal::intValueExact));
        addDeserializer(Long.class, new Exact<>(Long.class, BigDecimal::longValueExact));
        addDeserializer(Long.TYPE, new Exact<>(Long.TYPE, BigDecimal::longValueExact));
    }

    private static final class Exact<N extends Number> extends StdScalarDeserializer<N> {
        private final transient Function<BigDecimal, N> exact;
        private final boolean isPrimitive;

        Exact(Class<N> type, Function<BigDecimal, N> exact) {
            super(type);
            this.exact = exact;
            this.isPrimitive = type.isPrimitive();
        }

        @Override
        @SuppressWarnings("unchecked") // a handler of Jackson's answers with the type that was asked for
        public N deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                return (N) context.handleUnexpectedToken(getValueType(context), parser);
            }
            try {
                return exact.apply(parser.getDecimalValue());
            } catch (ArithmeticException e) {
                return (N) context.handleWeirdNumberValue(
                        handledType(), parser.getNumberValue(), "a whole number that fits is needed");
            }
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            return isPrimitive
                    ? context.reportInputMismatch(this, "null is no %s; a number is needed", handledType())
                    : null;
        }
    }
}
