package de.einsnull.web.cxf.jaxrs;

import de.einsnull.web.cxf.http.GuardedResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Calls a resource method after its parameters were checked. */
public final class ValidatingInvoker extends JAXRSInvoker {

    private final Validation validation;

    /**
     * Creates the invoker of one module.
     *
     * @param validation checks the parameters
     */
    public ValidatingInvoker(Validation validation) {
        this.validation = validation;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] arguments)
            throws IllegalAccessException, InvocationTargetException {
        var in = exchange.getInMessage();
        if (in != null && in.get(AbstractHTTPDestination.HTTP_RESPONSE) instanceof GuardedResponse response) {
            response.serve(resource.getClass());
        }
        validation.check(resource, method, arguments);
        return method.invoke(resource, arguments);
    }
}
