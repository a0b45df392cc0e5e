/** What the platform keeps: settings, people, keys, jobs, models. Private to this module. */
package io.shopkeeper.platform.entity;
