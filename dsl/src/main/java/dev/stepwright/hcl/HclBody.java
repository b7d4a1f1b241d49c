package dev.stepwright.hcl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a file holds, or a block of it.
 *
 * @param attributes their values, by their names
 */
public record HclBody(Map<String, HclExpression> attributes, List<Block> blocks) {
    /**
     * A block: {@code resource "aws_sfn_state_machine" "order" {...}}.
     *
     * @param at which character of the text is its first, 0 for the first of the text
     * @param type {@code resource}
     * @param labels what stands between its type and its brace
     */
    public record Block(int at, String type, List<String> labels, HclBody body) {
        public Block {
            labels = List.copyOf(labels);
        }
    }

    public HclBody {
        attributes = new LinkedHashMap<>(attributes);
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads a file.
     *
     * @throws HclSyntaxException if it is no HCL
     */
    public static HclBody parse(String text) {
        return new BodyReader(new Cursor(text)).file();
    }

    /**
     * Returns the blocks of a type.
     *
     * @param labels those that they begin with
     */
    public Stream<Block> blocks(String type, String... labels) {
        return blocks.stream()
                .filter(block -> block.type().equals(type)
                        && block.labels().size() >= labels.length
                        && block.labels().subList(0, labels.length).equals(List.of(labels)));
    }
}
