package de.einsnull.web.cxf.jaxrs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;

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
        validation.check(resource, method, arguments);
        return method.invoke(resource, arguments);
    }
}
