package dev.stepwright.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads as another deserializer does, but for numbers, unless the format of the member is one. */
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
        return findFormatOverrides(context, member, handledType()).getShape().isNumeric()
                ? ((DelegatingDeserializer) contextual).getDelegatee()
                : contextual;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken().isNumeric()
                ? context.handleUnexpectedToken(getValueType(context), parser)
                : super.deserialize(parser, context);
    }
}
