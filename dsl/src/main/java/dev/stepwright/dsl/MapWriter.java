package dev.stepwright.dsl;

import dev.stepwright.dsl.items.Batches;
import dev.stepwright.dsl.items.ItemReader;
import dev.stepwright.dsl.items.ResultFormat;
import dev.stepwright.dsl.tree.Tree;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes the fields that only a Map state has. */
record MapWriter(String state, Work.Map map, DataWriter data) {
    /** Writes all of them and returns the object that the states of the processor go into. */
    ObjectNode write(ObjectNode node) {
        items(node);
        number("MaxConcurrency", map.maxConcurrency(), node);
        Distribution distribution = map.distribution();
        if (distribution != null) {
            distribution(distribution, node);
        }
        ObjectNode processor = node.putObject("ItemProcessor");
        ObjectNode config = processor.putObject("ProcessorConfig");
        if (distribution == null) {
            config.put("Mode", "INLINE");
        } else {
            config.put("Mode", "DISTRIBUTED")
                    .put("ExecutionType", distribution.type().name());
        }
        return processor;
    }

    private void items(ObjectNode node) {
        Work.Items items = map.items();
        if (items.reader() != null) {
            reader(items.reader(), node.putObject("ItemReader"));
        } else if (items.list() instanceof Tree.Within within && isRead(items, within)) {
            data.items(state, within.inlined(), node);
        } else if (items.list() != null && !items.list().equals(ActionNode.INPUT)) {
            data.items(state, items.list(), node);
        }
        template("ItemSelector", items.taken(), node);
        if (items.batches() != null) {
            batches(items.batches(), node.putObject("ItemBatcher"));
        }
    }

    /** Returns whether what the processor takes may read more of the input than the part in which the items are. */
    private static boolean isRead(Work.Items items, Tree.Within within) {
        return items.taken() != null && !within.place().equals(ActionNode.INPUT);
    }

    private void reader(ItemReader<?, ?> reader, ObjectNode node) {
        node.put("Resource", reader.resource());
        ObjectNode config = reader.config();
        number("MaxItems", reader.limit(), config);
        if (!config.isEmpty()) {
            node.set("ReaderConfig", config);
        }
        data.arguments(state, reader.arguments(), node);
    }

    private void batches(Batches<?, ?> batches, ObjectNode node) {
        number("MaxItemsPerBatch", batches.items(), node);
        number("MaxInputBytesPerBatch", batches.bytes(), node);
        template("BatchInput", batches.input(), node);
    }

    private void distribution(Distribution distribution, ObjectNode node) {
        number("ToleratedFailureCount", distribution.count(), node);
        number("ToleratedFailurePercentage", distribution.percentage(), node);
        if (distribution.label() != null) {
            node.put("Label", distribution.label());
        }
        if (distribution.results() != null) {
            results(distribution.results(), node.putObject("ResultWriter"));
        }
    }

    private void results(Distribution.Results results, ObjectNode node) {
        if (results.place() != null) {
            node.put("Resource", "arn:aws:states:::s3:putObject");
            data.arguments(state, results.place(), node);
        }
        ResultFormat format = results.format();
        if (format != null) {
            node.putObject("WriterConfig")
                    .put("Transformation", format.transformation().name())
                    .put("OutputType", format.type().name());
        }
    }

    private void number(String field, @Nullable Tree number, ObjectNode node) {
        if (number != null) {
            data.number(state, field, number, node);
        }
    }

    private void template(String field, @Nullable Tree value, ObjectNode node) {
        if (value != null) {
            data.template(state, field, value, node);
        }
    }
}
