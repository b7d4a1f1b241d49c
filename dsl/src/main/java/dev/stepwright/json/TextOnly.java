package dev.stepwright.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads as another deserializer does, but for numbers, booleans and arrays, unless the format of the member is a number or an array. */
final class TextOnly extends DelegatingDeserializer {
    TextOnly(ValueDeserializer<?> deserializer) {
        super(deserializer);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
        return new TextOnly(deserializer);
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty member) {
        ValueDeserializer<?> contextual = super.createContextual(context, member);
        JsonFormat.Shape shape =
                findFormatOverrides(context, member, handledType()).getShape();
        return shape.isNumeric() || shape == JsonFormat.Shape.ARRAY
                ? ((DelegatingDeserializer) contextual).getDelegatee()
                : contextual;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        return token.isNumeric() || token.isBoolean() || token == JsonToken.START_ARRAY
                ? context.handleUnexpectedToken(getValueType(context), parser)
                : super.deserialize(parser, context);
    }
}
