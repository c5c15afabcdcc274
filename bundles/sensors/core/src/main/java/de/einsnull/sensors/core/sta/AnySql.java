package de.einsnull.sensors.core.sta;

/**
 * A value whose type is seen only in the row, in the guises it can be compared in; each is null where it is none of that.
 *
 * @param number as a number
 * @param text as the text of a scalar
 * @param flag as true or false
 * @param none whether there is nothing or JSON null, never null itself
 */
record AnySql(Sql number, Sql text, Sql flag, Sql none) {

    /** The result of an observation. */
    static AnySql result(String o) {
        var num = o + ".num";
        var txt = o + ".txt";
        return new AnySql(
                Sql.of(num),
                Sql.of("case when " + num + " is not null then case when " + num + " = floor(" + num + ") and abs("
                        + num
                        + ") < 1e15 then cast(cast(" + num + " as bigint) as varchar) else cast(" + num
                        + " as varchar) end when left(" + txt + ", 1) = '\"' then substring(" + txt + " from 2) when "
                        + txt + " in ('true', 'false') then " + txt + " end"),
                Sql.of("case " + txt + " when 'true' then true when 'false' then false end"),
                Sql.of("(" + num + " is null and coalesce(" + txt + ", 'null') = 'null')"));
    }

    /** Something in JSON, on PostgreSQL. */
    static AnySql json(String column, String path) {
        var node = "(" + column + ")::jsonb #> cast(? as text[])";
        var string = "(" + column + ")::jsonb #>> cast(? as text[])";
        var type = "jsonb_typeof(" + node + ")";
        return new AnySql(
                Sql.of("case when " + type + " = 'number' then cast(" + string + " as numeric) end", path, path),
                Sql.of("case when " + type + " in ('number', 'string', 'boolean') then " + string + " end", path, path),
                Sql.of("case when " + type + " = 'boolean' then cast(" + string + " as boolean) end", path, path),
                Sql.of("(coalesce(" + type + ", 'null') = 'null')", path));
    }
}
