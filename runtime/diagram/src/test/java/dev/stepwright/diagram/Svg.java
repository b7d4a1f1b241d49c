package dev.stepwright.diagram;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture as a parser of XML reads it. */
final class Svg {
    private final Document document;

    private Svg(Document document) {
        this.document = document;
    }

    static Svg parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Svg(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
        } catch (Exception e) {
            throw new AssertionError("not XML: " + text, e);
        }
    }

    /** Returns all elements of a name, in their order. */
    List<Element> all(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Returns the group of a state. */
    Element state(String name) {
        return all("g").stream()
                .filter(group -> group.getAttribute("data-state").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no state " + name));
    }

    /** Returns the group of the ways from a state to another one. */
    Element way(String from, String to, boolean isCatch) {
        return all("g").stream()
                .filter(group -> group.getAttribute("data-from").equals(from)
                        && group.getAttribute("data-to").equals(to)
                        && group.getAttribute("class").contains("catch") == isCatch)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way from " + from + " to " + to));
    }

    /** Returns what is shown when a reader points at a group. */
    static String tooltip(Element group) {
        return group.getFirstChild().getTextContent();
    }
}
