package dev.stepwright.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.PayloadCheck;
import dev.stepwright.runtime.SchemaValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks by the whole of JSON Schema, drafts 2020-12, 2019-09 and 07, formats too.
 *
 * <pre>{@code
 * OrderWorkflow orders = new OrderWorkflow(engine, service).validating(new JsonSchemas());
 * }</pre>
 *
 * <p>Reads no schema from anywhere but the resource it is given.
 */
public final class JsonSchemas implements SchemaValidator {
    private static final Set<String> CLASS_PATH = Set.of("classpath", "resource");

    @Override
    public PayloadCheck check(Class<?> owner, String resource) {
        JsonNode bundle = read(owner, resource);
        SchemaRegistry registry = registry(bundle.path("schemas"));
        try {
            Map<String, SchemaCheck.Payloads> tasks = new HashMap<>();
            bundle.path("tasks")
                    .properties()
                    .forEach(task -> tasks.put(task.getKey(), payloads(registry, task.getValue())));
            return new SchemaCheck(payloads(registry, bundle), tasks);
        } catch (SchemaException e) {
            throw new IllegalStateException(
                    resource + " holds schemas that cannot be used: " + e.getMessage() + "; build the project again",
                    e);
        }
    }

    private static JsonNode read(Class<?> owner, String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        resource + " is not on the class path of " + owner.getName() + "; build the project again");
            }
            return JsonDocument.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .root();
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException(resource + " is not JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private static SchemaRegistry registry(JsonNode schemas) {
        Map<String, String> texts = new LinkedHashMap<>();
        schemas.properties().forEach(each -> texts.put(each.getKey(), JsonText.compact(each.getValue())));
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(texts)
                        .schemaLoader(loader -> loader.block(JsonSchemas::isOfClassPath))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .locale(Locale.ENGLISH) // a cause is the same wherever an execution is recovered
                                .build()));
    }

    /** The library would read it, but not from the network. */
    private static boolean isOfClassPath(AbsoluteIri schema) {
        return CLASS_PATH.contains(schema.getScheme());
    }

    private static SchemaCheck.Payloads payloads(SchemaRegistry registry, JsonNode locations) {
        return new SchemaCheck.Payloads(
                schema(registry, locations.path("input")), schema(registry, locations.path("output")));
    }

    private static @Nullable Schema schema(SchemaRegistry registry, JsonNode location) {
        return location.isMissingNode() ? null : registry.getSchema(SchemaLocation.of(location.asString()));
    }
}
