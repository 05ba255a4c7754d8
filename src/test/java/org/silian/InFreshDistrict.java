package org.silian;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Founds a district for each test class and runs every method of the class in it. */
class InFreshDistrict implements BeforeAllCallback, InvocationInterceptor {

  private static final AtomicInteger NEXT = new AtomicInteger(990000);
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(InFreshDistrict.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    var code = String.valueOf(NEXT.incrementAndGet());
    var district =
        application(context).getBean(Districts.class).found(code, "试验城区", "d" + code + ".test");
    context.getStore(HERE).put("district", district);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    inDistrict(invocation, context);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    application(context).getBean(TestClock.class).reset();
    inDistrict(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    interceptTestMethod(invocation, method, context);
  }

  private static void inDistrict(Invocation<Void> invocation, ExtensionContext context)
      throws Throwable {
    District district = context.getStore(HERE).get("district", District.class);
    district.<Void, Throwable>call(invocation::proceed);
  }

  private static ApplicationContext application(ExtensionContext context) {
    return SpringExtension.getApplicationContext(context);
  }
}
