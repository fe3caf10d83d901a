-- Who holds an office of a network and is nothing else in it. A value has to be committed before it can be used.
ALTER TYPE "role_name" ADD VALUE 'PLATFORM_OFFICER' AFTER 'PLATFORM_AUDITOR';
