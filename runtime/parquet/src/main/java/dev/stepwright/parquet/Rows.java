package dev.stepwright.parquet;

import java.util.Objects;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes an object of each row. */
final class Rows extends RecordMaterializer<ObjectNode> {
    private final GroupConverter root;
    private @Nullable ObjectNode row;

    Rows(Field schema, Budget budget) {
        root = new Groups(budget).object(schema, value -> row = (ObjectNode) value);
    }

    @Override
    public ObjectNode getCurrentRecord() {
        return Objects.requireNonNull(row, "a row has been read");
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }
}
