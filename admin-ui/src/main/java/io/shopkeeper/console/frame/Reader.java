package io.shopkeeper.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.primefaces.context.PrimeFacesContext;

/** Language and theme of the person who reads; kept in cookies that the whole shop shares. */
@Named
@RequestScoped
public class Reader {

  @Inject private HttpServletRequest request;

  /** English or Simplified Chinese. */
  public Locale getLocale() {
    String language = cookie("sk_lang").orElseGet(() -> request.getLocale().getLanguage());
    return language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
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
    return cookie("sk_theme").filter(theme -> theme.matches("dark|light")).orElse("");
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
