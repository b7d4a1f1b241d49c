package dev.stepwright.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.ext.javatime.deser.DurationDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.ext.javatime.deser.OffsetTimeDeserializer;
import tools.jackson.databind.ext.javatime.ser.OffsetTimeSerializer;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.ArrayType;

/** Reads dates, constants that are texts and all else that Java makes of a text, from texts alone, and writes times with their seconds, as RFC 3339 wants them. */
final class PlainTexts extends SimpleModule {
    private static final long serialVersionUID = 1L;

    PlainTexts() {
        addDeserializer(Instant.class, textOnly(InstantDeserializer.INSTANT));
        addDeserializer(OffsetDateTime.class, textOnly(InstantDeserializer.OFFSET_DATE_TIME));
        addDeserializer(ZonedDateTime.class, textOnly(InstantDeserializer.ZONED_DATE_TIME));
        addDeserializer(LocalDate.class, textOnly(LocalDateDeserializer.INSTANCE));
        addDeserializer(OffsetTime.class, textOnly(OffsetTimeDeserializer.INSTANCE));
        addDeserializer(Duration.class, textOnly(DurationDeserializer.INSTANCE));
        addSerializer(OffsetTime.class, new Times());
        setDeserializerModifier(new MadeOfText());
    }

    @SuppressWarnings("unchecked") // a deserializer gives what the one that it asks gives
    private static <T> ValueDeserializer<T> textOnly(ValueDeserializer<T> deserializer) {
        return (ValueDeserializer<T>) (ValueDeserializer<?>) new TextOnly(deserializer);
    }

    /** Java leaves out the seconds where there are none. */
    private static final class Times extends OffsetTimeSerializer {
        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty member) {
            return findFormatOverrides(context, member, handledType()).hasPattern()
                    ? super.createContextual(context, member)
                    : this;
        }

        @Override
        public void serialize(OffsetTime time, JsonGenerator generator, SerializationContext context) {
            if (time.getSecond() == 0 && time.getNano() == 0) {
                generator.writeString(DateTimeFormatter.ISO_OFFSET_TIME.format(time));
            } else {
                super.serialize(time, generator, context);
            }
        }
    }

    /** Finds what is made of a text, such as a URI, bytes or some enums: Jackson gives it the text of a number or a boolean too. */
    private static final class MadeOfText extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
            return deserializer instanceof FromStringDeserializer ? new TextOnly(deserializer) : deserializer;
        }

        @Override
        public ValueDeserializer<?> modifyArrayDeserializer(
                DeserializationConfig config,
                ArrayType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> deserializer) {
            return type.getRawClass() == byte[].class ? new TextOnly(deserializer) : deserializer;
        }

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> deserializer) {
            return description.get().getFactoryMethods().stream().anyMatch(MadeOfText::takesText)
                    ? new TextOnly(deserializer)
                    : deserializer;
        }

        private static boolean takesText(AnnotatedMethod method) {
            return method.hasAnnotation(JsonCreator.class)
                    && method.getParameterCount() == 1
                    && method.getRawParameterType(0) == String.class;
        }
    }
}
