package dev.stepwright.parquet;

import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * A field of a file's schema.
 *
 * @param children none if it has values itself
 */
record Field(SchemaElement element, List<Field> children) {
    String name() {
        return element.getName();
    }

    boolean isGroup() {
        return !element.isSetType();
    }

    boolean isRepeated() {
        return element.getRepetition_type() == FieldRepetitionType.REPEATED;
    }

    /** Returns whether it is a list: a group around one field that is repeated. */
    boolean isList() {
        boolean isMarked = element.getConverted_type() == ConvertedType.LIST
                || element.isSetLogicalType() && element.getLogicalType().isSetLIST();
        return isMarked && hasOneRepeated();
    }

    /** Returns whether it is a map: a group around repeated pairs. */
    boolean isMap() {
        boolean isMarked = element.getConverted_type() == ConvertedType.MAP
                || element.getConverted_type() == ConvertedType.MAP_KEY_VALUE
                || element.isSetLogicalType() && element.getLogicalType().isSetMAP();
        return isMarked
                && hasOneRepeated()
                && children.get(0).isGroup()
                && children.get(0).children.size() == 2;
    }

    private boolean hasOneRepeated() {
        return isGroup() && children.size() == 1 && children.get(0).isRepeated();
    }

    /**
     * Returns whether the repeated field of this list only wraps its elements, which older files do not do.
     *
     * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#lists">Parquet: Lists</a>
     */
    boolean wrapsElements() {
        Field repeated = children.get(0);
        return repeated.isGroup()
                && repeated.children.size() == 1
                && !repeated.children.get(0).isRepeated()
                && !repeated.name().equals("array")
                && !repeated.name().equals(name() + "_tuple");
    }
}
