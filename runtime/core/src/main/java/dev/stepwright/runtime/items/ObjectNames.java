package dev.stepwright.runtime.items;

import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The items of a Map are the contents of objects which the answer of its {@code ItemReader} only names.
 *
 * @param kind where the names stand
 * @param format how the items stand in each of the objects; regarded where the names do not say
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS: ItemReader</a>
 */
public record ObjectNames(Kind kind, ItemFormat format) {
    /** AWS: written with a large S. */
    private static final String SCHEME = "S3://";

    private static final Pattern LOCATION = Pattern.compile("s3://([^/]+)/(.+)");

    /** Where the names stand. */
    public enum Kind {
        /** In the list of a bucket's objects: {@code LOAD_AND_FLATTEN}. */
        LISTING,
        /** In {@code manifest.json} of S3 Inventory, which also tells the columns of the CSV files. */
        INVENTORY,
        /** In a text of Athena's with a location on each line. */
        ATHENA
    }

    /** An object. */
    public record Place(String bucket, String key) {
        /** Returns where it is, as the context object tells it. */
        public String uri() {
            return SCHEME + bucket + "/" + key;
        }
    }

    /**
     * Returns where the items that are in the answer to a call come from, as the context object tells it: the object that was read, or the bucket
     * that was listed.
     */
    public static String source(JsonNode parameters) {
        String bucket = parameters.path("Bucket").asString("");
        JsonNode key = parameters.path("Key");
        return key.isString() ? new Place(bucket, key.stringValue()).uri() : SCHEME + bucket;
    }

    /** Objects and how the items stand in each of them. */
    public record Contents(List<Place> places, ItemFormat format) {}

    /**
     * Returns the objects that are named.
     *
     * @param parameters of the call that has been made
     * @param answer of that call
     * @throws dev.stepwright.runtime.evaluate.EvaluationFailure {@code States.ItemReaderFailed} if it names none in a way that is known
     */
    public Contents contents(JsonNode parameters, JsonNode answer) {
        return switch (kind) {
            case LISTING -> listed(parameters.path("Bucket").asString(""), answer.path("Contents"));
            case INVENTORY -> inventory(ItemFormat.document(answer));
            case ATHENA -> athena(ItemFormat.text(answer));
        };
    }

    /** What ends in a slash stands for a folder and has no content. */
    private Contents listed(String bucket, JsonNode objects) {
        List<Place> places = objects.valueStream()
                .map(object -> object.path("Key").asString(""))
                .filter(key -> !key.endsWith("/"))
                .map(key -> new Place(bucket, key))
                .toList();
        return new Contents(places, format);
    }

    private static Contents inventory(JsonNode manifest) {
        String format = manifest.path("fileFormat").asString("");
        if (!format.equals("CSV")) {
            throw ItemFormat.failure("The manifest names files of the format " + JsonText.quote(format)
                    + "; only those of an inventory in CSV can be read.");
        }
        String bucket = manifest.path("destinationBucket").asString("");
        String name = bucket.substring(bucket.lastIndexOf(':') + 1);
        List<Place> places = manifest.path("files")
                .valueStream()
                .map(file -> new Place(name, file.path("key").asString("")))
                .toList();
        List<String> columns =
                List.of(manifest.path("fileSchema").asString("").trim().split("\\s*,\\s*"));
        return new Contents(places, new ItemFormat(ItemFormat.Type.CSV, new CsvLayout(',', columns), null, false));
    }

    private Contents athena(String manifest) {
        List<Place> places = new ArrayList<>();
        for (String line : manifest.lines().map(String::trim).toList()) {
            Matcher location = LOCATION.matcher(line);
            if (location.matches()) {
                places.add(new Place(location.group(1), location.group(2)));
            } else if (!line.isEmpty()) {
                throw ItemFormat.failure(
                        "A manifest of Athena has a location such as s3://bucket/key on each line, but "
                                + JsonText.quote(line) + " is none.");
            }
        }
        return new Contents(List.copyOf(places), format);
    }
}
