package de.einsnull.search.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text, never markup, with parts that stand out.
 *
 * @param text the text
 * @param marks what stands out, in order and without overlap
 */
public record MarkedText(String text, List<Range> marks) {

    /** Copies the marks. */
    public MarkedText {
        marks = List.copyOf(marks);
    }

    /**
     * A part of a text.
     *
     * @param from first character
     * @param to character after the last
     */
    public record Range(int from, int to) {}

    /**
     * A piece of the text.
     *
     * @param text the piece
     * @param marked whether it stands out
     */
    public record Piece(String text, boolean marked) {}

    /**
     * The text cut at its marks, for templates.
     *
     * @return pieces that together are the text
     */
    public List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var mark : marks) {
            if (mark.from() > at) {
                pieces.add(new Piece(text.substring(at, mark.from()), false));
            }
            pieces.add(new Piece(text.substring(mark.from(), mark.to()), true));
            at = mark.to();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }
}
