package de.einsnull.search.core.text;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Adds the parts of a compound behind it, at the same place and of the type {@value #PART}. */
final class PartsFilter extends TokenFilter {

    static final String PART = "part";

    private final GermanWords words;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private Iterator<String> parts = List.<String>of().iterator();
    private State compound;

    PartsFilter(TokenStream input, GermanWords words) {
        super(input);
        this.words = words;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (parts.hasNext()) {
            restoreState(compound);
            term.setEmpty().append(parts.next());
            increment.setPositionIncrement(0);
            type.setType(PART);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        var found = words.parts(term.toString());
        if (!found.isEmpty()) {
            compound = captureState();
            parts = found.iterator();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts = List.<String>of().iterator();
        compound = null;
    }
}
