/** Who did what: a record that is only ever added to. */
package io.shopkeeper.platform.audit;
