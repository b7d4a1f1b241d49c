package dev.stepwright.runtime.items;

import dev.stepwright.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files into which a {@code ResultWriter} writes what became of the executions of a distributed Map: {@code SUCCEEDED_0.json} and so on,
 * and at the end {@code manifest.json}, which names them. A file is taken as soon as it has some megabytes, so results do not pile up.
 */
public final class ResultFiles {
    private static final int FULL = 4 << 20;

    private final String bucket;
    private final String folder;
    private final boolean asLines;
    private final Map<Kind, Pile> piles = new EnumMap<>(Kind.class);
    private boolean isComplete;

    /** What became of the executions in a file. */
    public enum Kind {
        FAILED,
        PENDING,
        SUCCEEDED
    }

    /** A file that is to be written. */
    public record File(String key, String text) {}

    /** What has been gathered for the next file, and which files there are. */
    private record Pile(StringBuilder text, ArrayNode files) {}

    /**
     * Returns files without content.
     *
     * @param bucket where they are written
     * @param folder what their keys begin with
     */
    public ResultFiles(String bucket, String folder, boolean asLines) {
        this.bucket = bucket;
        this.folder = folder;
        this.asLines = asLines;
        for (Kind kind : Kind.values()) {
            piles.put(kind, new Pile(new StringBuilder(), JsonNodeFactory.instance.arrayNode()));
        }
    }

    /** Returns files as {@link #state} has told them. */
    public static ResultFiles of(JsonNode state, boolean asLines) {
        ResultFiles files = new ResultFiles(
                state.path("bucket").stringValue(), state.path("folder").stringValue(), asLines);
        files.isComplete = state.path("isComplete").booleanValue();
        files.piles.forEach((kind, pile) -> {
            pile.text.append(state.path(kind + "text").stringValue());
            pile.files.addAll((ArrayNode) state.path(kind + "files"));
        });
        return files;
    }

    /** Returns all that {@link #of} needs to go on. */
    public JsonNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("bucket", bucket).put("folder", folder).put("isComplete", isComplete);
        piles.forEach((kind, pile) -> {
            state.put(kind + "text", pile.text.toString());
            state.set(kind + "files", pile.files.deepCopy());
        });
        return state;
    }

    public String bucket() {
        return bucket;
    }

    public String manifestKey() {
        return folder + "/manifest.json";
    }

    /** Returns whether the manifest has been taken, and with it everything. */
    public boolean isComplete() {
        return isComplete;
    }

    /** Returns whether there is enough for a file. */
    public boolean isFull() {
        return piles.values().stream().anyMatch(pile -> pile.text.length() >= FULL);
    }

    /** Adds a result. */
    public void add(Kind kind, JsonNode result) {
        StringBuilder text = pile(kind).text;
        if (!text.isEmpty()) {
            text.append(asLines ? '\n' : ',');
        }
        text.append(JsonText.compact(result));
    }

    /** Those that have failed or had not begun are run again: nothing has been told of them, and the manifest is still to come. */
    public void redriven() {
        for (Kind kind : List.of(Kind.FAILED, Kind.PENDING)) {
            pile(kind).text.setLength(0);
            pile(kind).files.removeAll();
        }
        isComplete = false;
    }

    /** Takes the next file that is full; null if there is none. */
    public @Nullable File full() {
        return next(FULL);
    }

    /** Takes the next file, however little is in it, and last the manifest, after which nothing may be added. */
    public File last(String mapRunArn) {
        File file = next(1);
        if (file != null) {
            return file;
        }
        isComplete = true;
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("DestinationBucket", bucket).put("MapRunArn", mapRunArn);
        ObjectNode files = manifest.putObject("ResultFiles");
        piles.forEach((kind, pile) -> files.set(kind.name(), pile.files));
        return new File(manifestKey(), JsonText.compact(manifest));
    }

    private @Nullable File next(int least) {
        for (Kind kind : Kind.values()) {
            Pile pile = pile(kind);
            if (pile.text.length() >= least) {
                String text = asLines ? pile.text + "\n" : "[" + pile.text + "]";
                pile.text.setLength(0);
                String key = folder + "/" + kind + "_" + pile.files.size() + (asLines ? ".jsonl" : ".json");
                pile.files.addObject().put("Key", key).put("Size", text.getBytes(StandardCharsets.UTF_8).length);
                return new File(key, text);
            }
        }
        return null;
    }

    private Pile pile(Kind kind) {
        return Objects.requireNonNull(piles.get(kind), "there is a pile for each kind");
    }
}
