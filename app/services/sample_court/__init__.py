"""The sample court's year: everything that people do with a book in a year, done through the services that they use."""
