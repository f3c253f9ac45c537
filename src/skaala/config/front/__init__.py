"""
The front of the pages: an RSGI application that takes no thread before a request has come whole.

It reads bodies in its loop, within a time and up to a size, answers cached pages there, and hands everything else to
Django's WSGI application in a few threads.
"""
