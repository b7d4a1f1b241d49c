package dev.stepwright.codegen.generate.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementNamesTest {
    @ParameterizedTest(name = "one of {0} is a {1}")
    @CsvSource({
        "lines, line",
        "orderLines, orderLine",
        "TransactItems, TransactItem",
        "order_lines, order_line",
        "entries, entry",
        "addresses, address",
        "boxes, box",
        "batches, batch",
        "branches, branch",
        "hashes, hash",
        "databases, database",
        "invoices, invoice",
        "sizes, size",
        "VPCs, VPC",
        "IDs, ID",
        "SKUs, SKU",
        "Keys, Key",
        "urls, url",
        "people_ids, people_id",
        "artículos, artículo"
    })
    void a_plural_is_said_in_the_singular(String plural, String singular) {
        assertThat(ElementNames.singular(plural)).contains(singular);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "status",
                "caches",
                "causes",
                "statuses",
                "heroes",
                "series",
                "movies",
                "timeSeries",
                "analysis",
                "IDS",
                "us",
                "s",
                "address",
                "alias",
                "aliases",
                "canvas",
                "bus",
                "dns",
                "Sms",
                "primaryDns",
                "timeseries",
                "news",
                "hypotheses",
                "wives"
            })
    void no_singular_is_guessed(String name) {
        assertThat(ElementNames.singular(name)).isEqualTo(Optional.empty());
    }
}
