"""What people do with the pages, in a real browser, on the real program: web server, worker, PostgreSQL and SMTP.

`house` starts the program, `inbox` receives its emails, `visitor` opens the browser; the files named test_… tell the
stories. Nothing here knows how the pages are made.
"""
