package dev.stepwright.dsl.items;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What the processor of a distributed Map state takes if the items come in batches.
 *
 * @param input what every batch is given; null if there is none
 * @param items one item at least
 * @param <B> the type of what every batch is given
 * @param <E> the type of the items
 */
public record Batch<B, E>(
        @JsonProperty("BatchInput") B input,
        @JsonProperty("Items") List<E> items) {}
