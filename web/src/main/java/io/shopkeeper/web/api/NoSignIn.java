package io.shopkeeper.web.api;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigFactory.RegistrationContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Nobody signs in to the interface and the storefront: they know keys. The console of the same
 * application has a way to sign in, and the server asks that about every request of every module
 * where it is registered, which costs more than many an answer. So it is taken away here.
 */
@WebListener
public class NoSignIn implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    String here = context.getVirtualServerName() + " " + context.getContextPath();
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    if (factory == null) {
      return;
    }
    for (String id : factory.getRegistrationIDs(null)) {
      RegistrationContext registered = factory.getRegistrationContext(id);
      if (registered != null && here.equals(registered.getAppContext())) {
        factory.removeRegistration(id);
      }
    }
  }
}
