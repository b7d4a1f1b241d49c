package dev.stepwright.hcl;

import dev.stepwright.hcl.HclBody.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads attributes and blocks. */
final class BodyReader {
    private final Cursor cursor;
    private final ExpressionReader expressions;

    BodyReader(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionReader(cursor);
    }

    HclBody file() {
        HclBody body = body();
        if (!cursor.isAtEnd()) {
            throw cursor.error(cursor.at(), "expected the name of an attribute or a block, found " + cursor.found());
        }
        return body;
    }

    private HclBody body() {
        Map<String, HclExpression> attributes = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (cursor.skipLines(); !cursor.isAtEnd() && cursor.peek() != '}'; cursor.skipLines()) {
            int at = cursor.at();
            String name = cursor.identifier("the name of an attribute or a block");
            if (cursor.take("=")) {
                attributes.putIfAbsent(name, expressions.expression());
            } else {
                blocks.add(block(at, name));
            }
            cursor.skip();
            if (!cursor.isAtEnd() && "\r\n}".indexOf(cursor.peek()) < 0) {
                throw cursor.error(cursor.at(), "expected a new line, found " + cursor.found());
            }
        }
        return new HclBody(attributes, blocks);
    }

    private Block block(int at, String type) {
        List<String> labels = new ArrayList<>();
        while (cursor.peek() == '"' || cursor.isAtIdentifier()) {
            labels.add(cursor.peek() == '"' ? label() : cursor.identifier("a label"));
            cursor.skip();
        }
        cursor.expect("{", at, "the block");
        HclBody body = cursor.within(true, this::body);
        cursor.expect("}", at, "the block");
        return new Block(at, type, labels, body);
    }

    private String label() {
        int at = cursor.at();
        return new TemplateReader(cursor, expressions)
                .quoted()
                .constant()
                .orElseThrow(() -> cursor.error(at, "a label must be a string without ${...}"));
    }
}
