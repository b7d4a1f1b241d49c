package dev.stepwright.parquet;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import tools.jackson.databind.JsonNode;

/** Takes the values of a column. */
final class Scalars extends PrimitiveConverter {
    private final Scalar scalar;
    private final Budget budget;
    private final Consumer<JsonNode> to;

    Scalars(Scalar scalar, Budget budget, Consumer<JsonNode> to) {
        this.scalar = scalar;
        this.budget = budget;
        this.to = to;
    }

    private void take(JsonNode value, int more) {
        budget.take(Budget.VALUE + more);
        to.accept(value);
    }

    @Override
    public void addBinary(Binary value) {
        take(scalar.ofBytes(value.getBytesUnsafe()), 2 * value.length());
    }

    @Override
    public void addBoolean(boolean value) {
        take(scalar.ofBoolean(value), 0);
    }

    @Override
    public void addDouble(double value) {
        take(scalar.ofDouble(value, Double.toString(value)), 0);
    }

    @Override
    public void addFloat(float value) {
        take(scalar.ofDouble(value, Float.toString(value)), 0);
    }

    @Override
    public void addInt(int value) {
        take(scalar.ofLong(value), 0);
    }

    @Override
    public void addLong(long value) {
        take(scalar.ofLong(value), 0);
    }
}
