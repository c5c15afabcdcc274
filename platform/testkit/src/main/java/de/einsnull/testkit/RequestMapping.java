package de.einsnull.testkit;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.MappingMatch;

/** The pattern that a request was matched by. */
record RequestMapping(String getPattern) implements HttpServletMapping {

    @Override
    public String getMatchValue() {
        return "";
    }

    @Override
    public String getServletName() {
        return "any";
    }

    @Override
    public MappingMatch getMappingMatch() {
        return MappingMatch.PATH;
    }
}
