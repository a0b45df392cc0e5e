package io.shopkeeper.web.storefront;

import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.person.Actor;
import io.shopkeeper.catalog.boundary.person.Door;
import io.shopkeeper.catalog.boundary.person.Identities;
import io.shopkeeper.platform.boundary.IdentityTokens;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** Takes a choice of language, theme or, in the demo shop, customer, and goes back to the page. */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Actor STOREFRONT = new Actor("demo storefront", Door.PAGE);
  private static final Duration SIGNED_FOR = Duration.ofDays(1);

  @Inject private transient IdentityTokens tokens;
  @Inject private transient Customers customers;
  @Inject private transient Identities identities;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    keep(request, response, "lang", CookieJar.LANGUAGE, "en|zh-CN");
    keep(request, response, "theme", CookieJar.THEME, "light|dark|");
    String customer = request.getParameter("customer");
    if (customer != null && DemoMode.on()) {
      boolean known = !customer.isEmpty() && customers.find(customer).isPresent();
      CookieJar.read(request, CookieJar.VISITOR)
          .filter(Visit::isVisitor)
          .ifPresent(visitor -> meet(visitor, known ? customer : null));
      CookieJar.write(
          request, response, CookieJar.IDENTITY, known ? tokens.sign(customer, SIGNED_FOR) : "");
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", local(request.getParameter("back")));
  }

  /** In the demo shop, looking through a customer's eyes is signing in, and ends by signing out. */
  private void meet(String visitor, String customer) {
    if (customer != null) {
      identities.link(customer, visitor, "sign-in", STOREFRONT);
    } else {
      identities
          .customerOf(visitor)
          .ifPresent(before -> identities.unlink(before, visitor, STOREFRONT));
    }
  }

  private static void keep(
      HttpServletRequest request,
      HttpServletResponse response,
      String parameter,
      String cookie,
      String allowed) {
    String value = request.getParameter(parameter);
    if (value != null && value.matches(allowed)) {
      CookieJar.write(request, response, cookie, value);
    }
  }

  /** Only an address of this shop: one slash and then none of what could lead elsewhere. */
  private static String local(String back) {
    return back != null && back.matches("/(?![/\\\\])[\\x21-\\x7e]*") ? back : "/";
  }
}
