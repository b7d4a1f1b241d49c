package dev.stepwright.parquet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** The schema of a file, which stands there as a list of its fields, each group before its members. */
final class Schema {
    private static final int DEEPEST = 100;

    private Schema() {}

    /** Returns the field that all others are in. */
    static Field of(List<SchemaElement> elements) {
        Iterator<SchemaElement> rest = elements.iterator();
        Field root = next(rest, 0);
        if (!root.isGroup() || rest.hasNext()) {
            throw new RefusedFile("its schema is not one group of fields");
        }
        return root;
    }

    private static Field next(Iterator<SchemaElement> rest, int depth) {
        if (!rest.hasNext()) {
            throw new RefusedFile("its schema is cut off");
        }
        if (depth > DEEPEST) {
            throw new RefusedFile("its schema is nested more than " + DEEPEST + " deep");
        }
        SchemaElement element = rest.next();
        List<Field> children = new ArrayList<>();
        if (!element.isSetType()) {
            for (int i = 0; i < element.getNum_children(); i++) {
                children.add(next(rest, depth + 1));
            }
        }
        return new Field(element, List.copyOf(children));
    }

    /** Returns the schema as the library has it. What values stand for is not in it: {@link Scalar} tells. */
    static MessageType message(Field root) {
        return new MessageType(root.name(), members(root));
    }

    private static List<Type> members(Field group) {
        return group.children().stream().map(Schema::type).toList();
    }

    private static Type type(Field field) {
        SchemaElement element = field.element();
        Type.Repetition repetition =
                Type.Repetition.valueOf(element.getRepetition_type().name());
        if (field.isGroup()) {
            return new GroupType(repetition, field.name(), members(field));
        }
        return new PrimitiveType(repetition, primitive(element), element.getType_length(), field.name());
    }

    private static PrimitiveTypeName primitive(SchemaElement element) {
        return switch (element.getType()) {
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
            case INT32 -> PrimitiveTypeName.INT32;
            case INT64 -> PrimitiveTypeName.INT64;
            case INT96 -> PrimitiveTypeName.INT96;
            case FLOAT -> PrimitiveTypeName.FLOAT;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
            case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        };
    }
}
