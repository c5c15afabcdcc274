package de.einsnull.sensors.sensorthings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.einsnull.sensors.sensorthings.Things;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6902, with the cases of its appendix A: a patch that is applied half or wrongly damages a city's data. */
class JsonPatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'foo':'bar'}|[{'op':'add','path':'/baz','value':'qux'}]|{'foo':'bar','baz':'qux'}",
                "{'foo':['bar','baz']}|[{'op':'add','path':'/foo/1','value':'qux'}]|{'foo':['bar','qux','baz']}",
                "{'foo':['bar']}|[{'op':'add','path':'/foo/-','value':['abc']}]|{'foo':['bar',['abc']]}",
                "{'foo':['bar']}|[{'op':'add','path':'/foo/1','value':1}]|{'foo':['bar',1]}",
                "{'baz':'qux','foo':'bar'}|[{'op':'remove','path':'/baz'}]|{'foo':'bar'}",
                "{'foo':['bar','qux','baz']}|[{'op':'remove','path':'/foo/1'}]|{'foo':['bar','baz']}",
                "{'baz':'qux'}|[{'op':'replace','path':'/baz','value':'boo'}]|{'baz':'boo'}",
                "{'a':[1,2]}|[{'op':'replace','path':'/a/0','value':9}]|{'a':[9,2]}",
                "{'foo':{'bar':'baz','waldo':'fred'},'qux':{}}|[{'op':'move','from':'/foo/waldo','path':'/qux/thud'}]|{'foo':{'bar':'baz'},'qux':{'thud':'fred'}}",
                "{'foo':['all','grass','cows','eat']}|[{'op':'move','from':'/foo/1','path':'/foo/3'}]|{'foo':['all','cows','eat','grass']}",
                "{'a':{'b':1}}|[{'op':'copy','from':'/a','path':'/c'},{'op':'replace','path':'/c/b','value':2}]|{'a':{'b':1},'c':{'b':2}}",
                "{'a':1}|[{'op':'test','path':'/a','value':1.0},{'op':'add','path':'/b','value':null}]|{'a':1,'b':null}",
                "{'/':9,'~1':10}|[{'op':'test','path':'/~01','value':10},{'op':'remove','path':'/~1'}]|{'~1':10}",
                "{'a':1}|[{'op':'replace','path':'','value':{'b':2}}]|{'b':2}",
                "{'foo':null}|[{'op':'replace','path':'/foo','value':'truthy'}]|{'foo':'truthy'}",
                "{'a':1}|[]|{'a':1}",
            })
    void applies(String target, String patch, String result) {
        var document = Things.json(target.replace('\'', '"'));

        assertThat(JsonPatch.apply(document, Things.json(patch.replace('\'', '"'))))
                .isEqualTo(Things.json(result.replace('\'', '"')));
        assertThat(document).as("the target stays").isEqualTo(Things.json(target.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|''",
                "[{'op':'jump','path':'/a'}]|/0/op",
                "[{'op':'add','path':'a','value':1}]|/0/path",
                "[{'op':'add','path':'/x'}]|/0/value",
                "[{'op':'add','value':1}]|/0/path",
                "[{'op':'add','path':'/x/y','value':1}]|/0/path",
                "[{'op':'add','path':'/list/5','value':1}]|/0/path",
                "[{'op':'add','path':'/list/x','value':1}]|/0/path",
                "[{'op':'add','path':'/a/x','value':1}]|/0/path",
                "[{'op':'remove','path':'/x'}]|/0/path",
                "[{'op':'remove','path':''}]|/0/path",
                "[{'op':'replace','path':'/x','value':1}]|/0/path",
                "[{'op':'copy','from':'/x','path':'/y'}]|/0/from",
                "[{'op':'move','from':'/in','path':'/in/b'}]|/0/path",
                "[{'op':'add','path':'/b','value':1},{'op':'test','path':'/a','value':2}]|/1",
            })
    void refuses(String patch, String pointer) {
        var document = Things.json("{\"a\":1,\"list\":[1],\"in\":{\"b\":1}}");

        var refusal = catchThrowableOfType(
                BodyException.class, () -> JsonPatch.apply(document, Things.json(patch.replace('\'', '"'))));

        assertThat(refusal).as(patch).isNotNull();
        assertThat(refusal.pointer()).isEqualTo(pointer.replace("''", ""));
    }

    @Test
    void aPatchHasAnEnd() {
        var patch = "[" + "{\"op\":\"test\",\"path\":\"/a\",\"value\":1},".repeat(1_001);

        assertThat(catchThrowableOfType(
                        BodyException.class,
                        () -> JsonPatch.apply(
                                Things.json("{\"a\":1}"), Things.json(patch.substring(0, patch.length() - 1) + "]"))))
                .isNotNull();
    }
}
