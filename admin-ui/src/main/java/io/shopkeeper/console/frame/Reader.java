package io.shopkeeper.console.frame;

import io.shopkeeper.console.access.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.primefaces.context.PrimeFacesContext;

/**
 * Language, theme and time zone of the person who reads: kept with the person, before signing in in
 * cookies that the whole shop shares.
 */
@Named
@RequestScoped
public class Reader {

  @Inject private HttpServletRequest request;
  @Inject private Me me;

  /** English or Simplified Chinese. */
  public Locale getLocale() {
    String language =
        Optional.ofNullable(me.preferences().language())
            .or(() -> cookie("sk_lang"))
            .orElseGet(() -> request.getLocale().getLanguage());
    return language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  /** The time zone in which times are shown. */
  public ZoneId getZone() {
    return me.preferences().zoneOrUtc();
  }

  /** For the {@code lang} attribute. */
  public String getLanguageTag() {
    return getLocale().toLanguageTag();
  }

  /** The language to switch to. */
  public String getOtherLanguage() {
    return getLocale().getLanguage().equals("zh") ? "en" : "zh-CN";
  }

  /** {@code dark}, {@code light}, or empty for what the system says. */
  public String getTheme() {
    return Optional.ofNullable(me.preferences().theme())
        .or(() -> cookie("sk_theme"))
        .filter(theme -> theme.matches("dark|light"))
        .orElse("");
  }

  /** The theme to switch to. */
  public String getOtherTheme() {
    return getTheme().equals("dark") ? "light" : "dark";
  }

  /** The address of this page, to come back to. */
  public String getHere() {
    String query = request.getQueryString();
    String path =
        request.getContextPath()
            + request.getServletPath().replaceFirst("\\.xhtml$", "").replaceFirst("^/index$", "/");
    return query == null ? path : path + "?" + query;
  }

  /** The page's own name, such as {@code models}. */
  public String getPage() {
    return request.getServletPath().replaceFirst("^/", "").replaceFirst("\\.xhtml$", "");
  }

  private Optional<String> cookie(String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
  }

  /**
   * The word that lets this page's scripts run. Forms send it back, so that a page that is shown
   * again keeps it even where no script of PrimeFaces adds it.
   */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }
}
