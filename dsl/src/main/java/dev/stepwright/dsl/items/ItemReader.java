package dev.stepwright.dsl.items;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JavaValues;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the items of a distributed Map state from S3.
 *
 * @param <I> the type of the state's input
 * @param <E> what an item is
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS: ItemReader</a>
 */
public final class ItemReader<I, E> {
    private static final String GET = "arn:aws:states:::s3:getObject";
    private static final String LIST = "arn:aws:states:::s3:listObjectsV2";

    private final Source source;
    private final ObjectNode config;
    private final @Nullable Tree maxItems;

    /** What is read. */
    private record Source(String resource, Tree arguments, Class<?> type) {
        static Source of(String resource, Class<?> type, List<String> names, List<Expr<?, ?, String>> values) {
            List<Tree> trees = values.stream().<Tree>map(Expr::tree).toList();
            return new Source(resource, new Tree.ObjectTemplate(JsonNode.class, names, trees), type);
        }
    }

    private ItemReader(Source source, ObjectNode config, @Nullable Tree maxItems) {
        this.source = source;
        this.config = config;
        this.maxItems = maxItems;
    }

    /** Reads one object. */
    public static <I, E> ItemReader<I, E> object(
            ItemFormat<E> format, Expr<? super I, Object, String> bucket, Expr<? super I, Object, String> key) {
        return reading(format.type(), format.config(), bucket, key);
    }

    /** Reads one version of an object. */
    public static <I, E> ItemReader<I, E> objectVersion(
            ItemFormat<E> format,
            Expr<? super I, Object, String> bucket,
            Expr<? super I, Object, String> key,
            Expr<? super I, Object, String> version) {
        Source source =
                Source.of(GET, format.type(), List.of("Bucket", "Key", "VersionId"), List.of(bucket, key, version));
        return new ItemReader<>(source, format.config(), null);
    }

    /** Reads what Athena has written, all objects that its manifest names. */
    public static <I, E> ItemReader<I, E> athenaData(
            ItemFormat<E> format, Expr<? super I, Object, String> bucket, Expr<? super I, Object, String> key) {
        return reading(format.type(), format.with("ManifestType", "ATHENA_DATA"), bucket, key);
    }

    /** Reads a report of S3 Inventory, given its manifest. */
    public static <I> ItemReader<I, InventoryEntry> inventory(
            Expr<? super I, Object, String> bucket, Expr<? super I, Object, String> key) {
        return reading(InventoryEntry.class, object("ManifestType", "S3_INVENTORY"), bucket, key);
    }

    /** Lists all objects of a bucket; each is an item. */
    public static <I> ItemReader<I, S3Object> list(Expr<? super I, Object, String> bucket) {
        Source source = Source.of(LIST, S3Object.class, List.of("Bucket"), List.of(bucket));
        return new ItemReader<>(source, JsonNodeFactory.instance.objectNode(), null);
    }

    /** Lists the objects whose keys begin with a prefix; each is an item. */
    public static <I> ItemReader<I, S3Object> list(
            Expr<? super I, Object, String> bucket, Expr<? super I, Object, String> prefix) {
        return listing(S3Object.class, JsonNodeFactory.instance.objectNode(), bucket, prefix);
    }

    /** Reads all objects whose keys begin with a prefix; the items in them are the items. */
    public static <I, E> ItemReader<I, E> contents(
            ItemFormat<E> format, Expr<? super I, Object, String> bucket, Expr<? super I, Object, String> prefix) {
        return listing(format.type(), format.with("Transformation", "LOAD_AND_FLATTEN"), bucket, prefix);
    }

    private static <I, E> ItemReader<I, E> reading(
            Class<E> type, ObjectNode config, Expr<?, ?, String> bucket, Expr<?, ?, String> key) {
        return new ItemReader<>(Source.of(GET, type, List.of("Bucket", "Key"), List.of(bucket, key)), config, null);
    }

    private static <I, E> ItemReader<I, E> listing(
            Class<E> type, ObjectNode config, Expr<?, ?, String> bucket, Expr<?, ?, String> prefix) {
        return new ItemReader<>(
                Source.of(LIST, type, List.of("Bucket", "Prefix"), List.of(bucket, prefix)), config, null);
    }

    private static ObjectNode object(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    /** Sets how many items are read at most, 0 for all, which is the default. */
    public ItemReader<I, E> maxItems(int items) {
        if (items < 0) {
            throw new IllegalArgumentException("maxItems must be 0 or more, found " + items);
        }
        return new ItemReader<>(source, config, new Tree.Literal(JavaValues.toJson(items), Integer.class));
    }

    /** Like {@link #maxItems(int)}, with a number that is read when the state is entered. */
    public ItemReader<I, E> maxItems(Numeric<? super I, ?> items) {
        return new ItemReader<>(source, config, items.tree());
    }

    /** Returns the ARN of what reads. */
    public String resource() {
        return source.resource;
    }

    /** Returns where it reads, for renderings. */
    public Tree arguments() {
        return source.arguments;
    }

    /** Returns the literal part of the {@code ReaderConfig}. */
    public ObjectNode config() {
        return config.deepCopy();
    }

    /** Returns how many items are read at most; null if nothing is said. */
    public @Nullable Tree limit() {
        return maxItems;
    }

    /** Returns what an item is. */
    public Class<?> type() {
        return source.type;
    }
}
