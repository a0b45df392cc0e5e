package io.shopkeeper.integration.container;

import io.shopkeeper.cli.server.Installation;
import io.shopkeeper.integration.server.Await;
import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as it was built, with classes of a test in its web module. */
final class Application {

  private Application() {}

  /** The EAR with these classes, and those that all tests use. */
  static EnterpriseArchive with(Class<?>... testClasses) {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, Installation.find().application().toFile());
    WebArchive web = ear.getAsType(WebArchive.class, "/web.war");
    web.addClasses(testClasses).addClasses(Await.class, Samples.class);
    web.addAsLibrary(jarOf(Assertions.class));
    ear.addAsModule(Testable.archiveToTest(web));
    return ear;
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
