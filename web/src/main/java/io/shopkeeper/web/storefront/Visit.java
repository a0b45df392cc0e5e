package io.shopkeeper.web.storefront;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.platform.boundary.IdentityTokens;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Who looks at the page, in which language, with what in the cart. */
@Named
@RequestScoped
public class Visit {

  @Inject private HttpServletRequest request;
  @Inject private IdentityTokens tokens;
  @Inject private Customers customers;
  @Inject private BehaviourEvents events;
  @Inject private Clock clock;

  private String visitorId;
  private CustomerData customer;
  private Locale locale;
  private String theme;
  private Cart cart;

  @PostConstruct
  void begin() {
    visitorId =
        CookieJar.read(request, CookieJar.VISITOR)
            .filter(Visit::isVisitor)
            .orElseGet(this::newVisitor);
    customer =
        CookieJar.read(request, CookieJar.IDENTITY)
            .flatMap(tokens::verify)
            .flatMap(customers::find)
            .orElse(null);
    locale =
        CookieJar.read(request, CookieJar.LANGUAGE)
            .or(() -> Optional.of(request.getLocale().getLanguage()))
            .filter(language -> language.startsWith("zh"))
            .map(language -> Locale.SIMPLIFIED_CHINESE)
            .orElse(Locale.ENGLISH);
    theme =
        CookieJar.read(request, CookieJar.THEME)
            .filter(name -> name.equals("dark") || name.equals("light"))
            .orElse("");
    cart = Cart.parse(CookieJar.read(request, CookieJar.CART).orElse(""));
  }

  /** Whether it is a number that this storefront gave. */
  static boolean isVisitor(String id) {
    return id.matches("v-[0-9a-f-]{36}");
  }

  private String newVisitor() {
    String id = "v-" + UUID.randomUUID();
    CookieJar.write(request, response(), CookieJar.VISITOR, id);
    return id;
  }

  /** The visitor's own number. */
  public String getVisitorId() {
    return visitorId;
  }

  /** The customer; null if nobody is signed in. */
  public CustomerData getCustomer() {
    return customer;
  }

  /** The customer's id; null if nobody is signed in. */
  public String getCustomerId() {
    return customer == null ? null : customer.id();
  }

  /** The token by which the widget proves who is signed in; empty if nobody is. */
  public String getIdentity() {
    return customer == null ? "" : CookieJar.read(request, CookieJar.IDENTITY).orElse("");
  }

  /** English or Simplified Chinese. */
  public Locale getLocale() {
    return locale;
  }

  /** For the {@code lang} attribute. */
  public String getLanguageTag() {
    return locale.toLanguageTag();
  }

  /** {@code dark}, {@code light}, or empty for what the system says. */
  public String getTheme() {
    return theme;
  }

  /** Pieces in the cart. */
  public int getCartCount() {
    return cart.count();
  }

  Cart cart() {
    return cart;
  }

  void replaceCart(Cart changed) {
    cart = changed;
    CookieJar.write(request, response(), CookieJar.CART, changed.write());
  }

  /** Sends what the visitor did. */
  void did(EventType type, String productId, Double value, String context) {
    Instant now = clock.instant();
    events.accept(
        List.of(
            new BehaviourEvent(
                UUID.randomUUID().toString(),
                type,
                getCustomerId(),
                visitorId,
                productId,
                value,
                "web",
                session(now),
                context,
                now)));
  }

  /** A session is a visitor's day. */
  String session(Instant now) {
    return visitorId + "." + LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }
}
