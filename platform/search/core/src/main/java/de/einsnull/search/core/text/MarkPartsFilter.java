package de.einsnull.search.core.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Keeps parts of compounds apart from whole words of the same field by a mark in front that no word has. */
final class MarkPartsFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    MarkPartsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (PartsFilter.PART.equals(type.type())) {
            String part = term.toString();
            term.setEmpty().append(Analysis.PART_MARK).append(part);
        }
        return true;
    }
}
